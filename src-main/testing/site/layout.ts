/** A page with the furniture that real ones have: navigation above, an aside, a footer. */
export const layout = (title: string, main: string, aside = ''): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><style>body{font:16px/1.5 sans-serif;margin:0 auto;max-width:60rem;padding:1rem}nav a{margin-right:1rem}.hidden{display:none}</style></head>
<body>
<header><nav aria-label="Main"><a href="/">Home</a><a href="/news">News</a><a href="/shop">Shop</a><a href="/hours">Opening hours</a><a href="/contact">Contact</a></nav></header>
<main>
${main}
</main>
${aside}
<footer><p>Harbour Town, 14 Quay Street. <a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></p></footer>
</body>
</html>`
