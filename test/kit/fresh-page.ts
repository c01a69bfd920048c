/** The browser of a test as nobody has used it: tests of parts of pages share one, file after file. Knows no page. */
for (const kept of [localStorage, sessionStorage]) kept.clear();
history.replaceState(null, '', '/');
document.title = '';
for (const element of [document.documentElement, document.body])
  for (const name of element.getAttributeNames()) element.removeAttribute(name);
document.head.replaceChildren();
document.body.replaceChildren();
