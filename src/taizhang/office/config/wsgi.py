"""WSGI (网关): the door for any WSGI server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang.office.config.settings")

application = get_wsgi_application()
