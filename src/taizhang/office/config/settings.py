"""Settings (设置): one flat list; every value that a site may change is read from a TAIZHANG_… variable."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from taizhang.office.config import env, navigation
from taizhang.office.config.home import locate, read_secret_key

# --- What a site may change -----------------------------------------------------------------------------------------
HOME = locate()
DEBUG = env.read_bool("TAIZHANG_DEBUG", default=False)
DEMO = env.read_bool("TAIZHANG_DEMO", default=False)  # made-up data, one-click sign-in
HTTPS = env.read_bool("TAIZHANG_HTTPS", default=False)  # the site stands behind a proxy that speaks https
UPLOAD_LIMIT_MB = env.read_count("TAIZHANG_UPLOAD_LIMIT_MB", default=50)
ALLOWED_HOSTS = env.read_list("TAIZHANG_HOSTS", default=("localhost", "127.0.0.1", "[::1]"))
CSRF_TRUSTED_ORIGINS = env.read_list("TAIZHANG_TRUSTED_ORIGINS")
TRUSTED_PROXIES = env.read_list("TAIZHANG_TRUSTED_PROXIES")  # addresses whose X-Forwarded-For is believed
AUDIT_DIGEST = env.read_choice("TAIZHANG_AUDIT_DIGEST", ("sm3", "sha256"))  # of entries written from now on
PASSWORD_DAYS = env.read_count("TAIZHANG_PASSWORD_DAYS", default=90)  # how long a password is good for
IDLE_TIME = timedelta(minutes=env.read_count("TAIZHANG_IDLE_MINUTES", default=30))
LOCKOUT_FAILURES = env.read_count("TAIZHANG_LOCKOUT_FAILURES", default=5)
LOCKOUT_TIME = timedelta(minutes=env.read_count("TAIZHANG_LOCKOUT_MINUTES", default=15))
# Who signs in with a second factor besides the password; on a demonstration nobody.
TOTP_REQUIRED = env.read_choice("TAIZHANG_TOTP_REQUIRED", ("administrators", "everyone", "nobody"))
TOTP_REQUIRED = "nobody" if DEMO else TOTP_REQUIRED
CERTIFICATE_HEADER = env.read_text(
    "TAIZHANG_CERTIFICATE_HEADER"
)  # in which a trusted proxy says whose certificate it saw
ASSIGNMENT_SIGNING_DAYS = env.read_count("TAIZHANG_SIGNING_DAYS", default=5)  # working days a unit has to sign
SECRET_KEY = env.read_text("TAIZHANG_SECRET_KEY") or read_secret_key(HOME)

# --- Apps, bottom floor first ---------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "huey.contrib.djhuey",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "taizhang.office.pages",
    "taizhang.office.organisations",
    "taizhang.office.accounts",
    "taizhang.office.audit",
    "taizhang.office.plans",
    "taizhang.office.findings",
    "taizhang.office.commitments",
    "taizhang.office.assignments",
    "taizhang.office.desk",
    "taizhang.office.api",
    "taizhang.office.demonstration",
    "taizhang.office.config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "taizhang.office.pages.middleware.content_security_policy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "taizhang.office.pages.origin.know_the_address",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "taizhang.office.pages.middleware.chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "taizhang.office.accounts.idle.sign_out_idle",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "taizhang.office.pages.middleware.ExpectedErrorMiddleware",
    "taizhang.office.accounts.threshold.SettleFirst",
    "taizhang.office.accounts.middleware.KeepTheDoors",
]
ROOT_URLCONF = "taizhang.office.config.urls"
WSGI_APPLICATION = "taizhang.office.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "taizhang.office.pages.context.site",
                "taizhang.office.accounts.context.idle",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "taizhang.office.pages.templatetags.pages",
            ],
        },
    },
]

# --- Data -----------------------------------------------------------------------------------------------------------
DATABASES = {"default": env.read_database("TAIZHANG_DATABASE", sqlite_file=HOME.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = HOME.files  # never served: a file received leaves only through a view that checks who asks
FILE_UPLOAD_PERMISSIONS = 0o600
HUEY = {
    "name": "taizhang",
    "huey_class": "huey.SqliteHuey",
    "filename": str(HOME.queue),
    "create_tables": HOME.folder.is_dir(),
    "results": False,
    "immediate": False,
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 64}}}

# --- People ---------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [{"NAME": "taizhang.office.accounts.passwords.PasswordPolicy"}]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",  # counts failures; lets nobody in by itself
    "django.contrib.auth.backends.ModelBackend",
]
SECOND_FACTORS = (
    "taizhang.office.accounts.second_factors.OneTimeCodes",
    "taizhang.office.accounts.second_factors.CertificateHeader",
)
OTP_TOTP_ISSUER = "Taizhang"
AXES_FAILURE_LIMIT = LOCKOUT_FAILURES
AXES_COOLOFF_TIME = LOCKOUT_TIME
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "taizhang.office.accounts.lockout.counted_name"
AXES_CLIENT_IP_CALLABLE = "taizhang.office.accounts.lockout.counted_address"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # trying on does not make it longer
AXES_DISABLE_ACCESS_LOG = True  # our own audit log has it
AXES_VERBOSE = AXES_ENABLE_ADMIN = False
SILENCED_SYSTEM_CHECKS = ["axes.W002"]  # its middleware would answer in place of the sign-in page, which says it better
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "desk:home"
LOGOUT_REDIRECT_URL = "accounts:sign_in"

# --- Language and time ----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("简体中文")), ("en", "English")]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# --- Static files ---------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = HOME.static
# Gathered by every migration, files carry their digest in the name and are kept by browsers for ever.
WHITENOISE_USE_FINDERS = True
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "taizhang.office.pages.storage.GatheredStaticFilesStorage"},
}

# --- Security -------------------------------------------------------------------------------------------------------
SESSION_ENGINE = "taizhang.office.accounts.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60  # one working day
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "taizhang.office.pages.views.csrf_failure"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# No page may load anything from anywhere but this site.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # form fields; files have their own limit

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}

# --- Pages ----------------------------------------------------------------------------------------------------------
SITE_SECTIONS = navigation.SITE_SECTIONS
SEARCH_ADDRESS = navigation.SEARCH_ADDRESS
PLAN_SECTIONS = navigation.PLAN_SECTIONS
PLAN_SECTION_BADGES = navigation.PLAN_SECTION_BADGES
STATEMENT_SLOTS = navigation.STATEMENT_SLOTS
ACCOUNT_SLOTS = navigation.ACCOUNT_SLOTS
COMMITMENT_SLOTS = navigation.COMMITMENT_SLOTS

# --- Audit ----------------------------------------------------------------------------------------------------------
# Where ``pages.trail`` leaves word.
AUDIT_RECORDER = "taizhang.office.audit.services.record"

# --- Permissions ----------------------------------------------------------------------------------------------------
# Which commitments units lead or support: organisation ids → a queryset of commitment ids.
COMMITMENT_HOLDERS = "taizhang.office.assignments.selectors.holders.commitments_of"

# --- What follows what ----------------------------------------------------------------------------------------------
# What moves of a plan demand and later floors answer for: a key of ``[requirements]`` in plans/life/moves.toml → a function
# that takes ``version_id`` and says in one sentence what is missing; empty where nothing is.
PLAN_REQUIREMENTS = {
    "no_errors_left": "taizhang.office.findings.guard.errors_left",
    "nothing_rests_on_it": "taizhang.office.assignments.selectors.force.nothing_rests_on",
}
# Called in the background with ``version_id`` when the reading of a file is over, whether or not it could be read.
AFTER_READING: tuple[str, ...] = ("taizhang.office.findings.services.check_after_reading",)
if DEMO:
    AFTER_READING += (
        "taizhang.office.demonstration.plan_life.after_reading",
        "taizhang.office.assignments.services.demonstration.after_reading",
        "taizhang.office.assignments.decomposition.demonstration.after_reading",
    )
# Called with ids of commitments, they give more words by which each is found (names of units): id → words, a line each.
COMMITMENT_SEARCH_WORDS: tuple[str, ...] = ("taizhang.office.assignments.selectors.search_words.words_of",)
