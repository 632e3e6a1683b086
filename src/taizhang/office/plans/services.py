"""Services of plans (计划的写操作)."""


def resume_interrupted_readings() -> None:
    """Put files back in the queue whose reading a stop of the worker cut short."""
