"""Web pages (网页): the document without the site around it."""
