"""Office (办理): the institution that carries a plan out — a Django project of small apps."""
