"""Config (配置): settings, checks, addresses and the running of the site; the only app that knows all the others."""
