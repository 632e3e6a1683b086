"""Pages (公共页面): the design system — templates, components, style sheets — and the floor plan of every app.

The floor plan (一层楼的布置). An app keeps only the files it needs, each with one duty:

- ``models`` rows and the rules a database can hold; ``services`` write (keyword-only, atomic); ``selectors`` read and
  give templates frozen dataclasses; ``forms`` check what a person typed; ``views`` translate between HTTP and the two;
  ``urls``; ``templates/<app>/``; ``static/<app>/``; ``locale/`` (message ids are the Chinese sentences).
- Inside an app imports go urls → views → forms → services → selectors → models; across apps only to the left in
  ``pages, organisations, accounts, audit, plans, findings | commitments, demonstration, config``. Foreign keys across apps have ``related_name="+"``.
- An expected failure is an ``ExpectedError`` (``pages.errors``) with one sentence that says what to do.

How to add a floor (加一层): the app in ``config.settings.INSTALLED_APPS``, its addresses in ``config.urls``, its place in
the bars and panels in ``config.navigation`` (``SITE_SECTIONS``, ``PLAN_SECTIONS``, ``PLAN_SECTION_BADGES``, ``STATEMENT_SLOTS``).

How to add a page (加一页): extend ``pages/page.html`` (a page of one plan: ``plans/plan_page.html``) and fill its blocks

- ``title``, ``breadcrumb`` (``<li>`` items), ``main``; where wanted ``main_class``, ``styles``, ``scripts``, ``body_class``.

and build it from the components shown at ``/design/``: ``.button``, ``.field``, ``.badge``, ``.table-frame > .table``,
``.card``, ``.facts``, ``.empty``, ``.alert``, ``.panel``, ``dialog``; tags ``{% icon "name" %}`` and ``|figure`` need no
loading. Every sentence goes through ``{% translate %}`` or ``gettext`` with the Chinese words as id; the English ones are
in the app's ``locale/en/LC_MESSAGES/django.po`` (``django-admin makemessages -l en`` in the app's folder, then
``msgfmt -o django.mo django.po``; both are committed, and a test compares them). No inline style or script: the content security policy refuses them.
"""
