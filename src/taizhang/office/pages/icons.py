"""Icons (图标): the site's own line drawings on a grid of 20, stroked by the style sheet."""

from django.utils.safestring import SafeString, mark_safe

# Name → shape; drawn for this project, so no font or picture is fetched from anywhere.
ICONS: dict[str, SafeString] = {
    name: mark_safe(shape)  # literal markup of this very file
    for name, shape in {
        "upload": '<path d="M10 13V4M6.5 7 10 3.5 13.5 7M3.5 13v3h13v-3"/>',
        "document": '<path d="M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15M7.5 9.5h5M7.5 12h5M7.5 14.5h3"/>',
        "table": '<path d="M3 4.5h14v11H3zM3 8h14M3 11.75h14M8 4.5v11"/>',
        "ledger": '<path d="M4.5 3h11v14h-11zM7 3v14M9.5 7h4M9.5 10h4M9.5 13h2.5"/>',
        "outline": '<path d="M3.5 5h13M6.5 10h10M9.5 15h7M3.5 10h.01M6.5 15h.01"/>',
        "search": '<path d="m13 13 4 4M14.5 8.75a5.75 5.75 0 1 1-11.5 0 5.75 5.75 0 0 1 11.5 0z"/>',
        "close": '<path d="m5 5 10 10M15 5 5 15"/>',
        "previous": '<path d="M12.5 4.5 7 10l5.5 5.5"/>',
        "next": '<path d="M7.5 4.5 13 10l-5.5 5.5"/>',
        "down": '<path d="M4.5 7.5 10 13l5.5-5.5"/>',
        "check": '<path d="m4 10.5 4 4 8-9"/>',
        "warning": '<path d="M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1"/>',
        "error": '<path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 6v5M10 13.6v.1"/>',
        "info": '<path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 9v5M10 6.3v.1"/>',
        "clock": '<path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 5.5V10l3 2"/>',
        "user": '<path d="M10 10a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM3.5 17c.5-3.5 3-5 6.5-5s6 1.5 6.5 5"/>',
        "leave": '<path d="M8.5 3.5h-5v13h5M8 10h9M13.5 6.5 17 10l-3.5 3.5"/>',
        "trash": '<path d="M3.5 5.5h13M8 5.5V3.5h4v2M5 5.5l.75 11h8.5L15 5.5M8.5 8.5v5M11.5 8.5v5"/>',
        "retry": '<path d="M16 10a6 6 0 1 1-1.8-4.3M16 3v3.5h-3.5"/>',
        "link": '<path d="M8.5 11.5a3 3 0 0 0 4.25 0l3-3a3 3 0 0 0-4.25-4.25l-1 1M11.5 8.5a3 3 0 0 0-4.25 0l-3 3a3 3 0 0 0 4.25 4.25l1-1"/>',
        "filter": '<path d="M3 4.5h14l-5.5 6.5v5l-3-1.5V11z"/>',
        "download": '<path d="M10 3.5v9M6.5 9.5 10 13l3.5-3.5M3.5 13v3.5h13V13"/>',
        "edit": '<path d="m4 13.5-.5 3 3-.5L16 6.5 13.5 4zM12 5.5 14.5 8"/>',
        "plus": '<path d="M10 4v12M4 10h12"/>',
        "more": '<path d="M4.5 10h.01M10 10h.01M15.5 10h.01"/>',
        "globe": '<path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM2.5 10h15M10 2.5c2.2 2 3.2 4.6 3.2 7.5S12.2 15.5 10 17.5C7.8 15.5 6.8 12.9 6.8 10S7.8 4.5 10 2.5z"/>',
        "sort": '<path d="M6.5 4v12M3.5 13l3 3 3-3M13.5 16V4M10.5 7l3-3 3 3"/>',
        "flag": '<path d="M5 17.5V3M5 3.5h9.5L12 7l2.5 3.5H5"/>',
        "done": '<path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.5 10.25l2.5 2.5 4.5-5"/>',
        "dash": '<path d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM6.5 10h7"/>',
        "mismatch": '<path d="M4 7.5h12M4 12.5h12M12.5 4l-5 12"/>',
    }.items()
}
