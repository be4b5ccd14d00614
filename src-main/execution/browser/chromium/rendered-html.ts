/**
 * The page as it stands now, as HTML: without what is not shown, with what fields hold at present. Runs inside the page
 * and must therefore name nothing outside itself. Each field carries its place among all fields in `data-field`.
 */
export function renderedHtml(): string {
  const root = document.documentElement
  // in a document of its own, where a copied image is not fetched again
  const copy = document.implementation.createHTMLDocument('').importNode(root, true)
  const copies = copy.querySelectorAll('*')
  const unseen: Element[] = []
  let fields = 0
  root.querySelectorAll('*').forEach((original, index) => {
    const twin = copies[index]
    if (!twin) return
    if (original.matches('input, select, textarea')) twin.setAttribute('data-field', String(fields++))
    if (original instanceof HTMLInputElement) {
      if (original.type === 'checkbox' || original.type === 'radio') {
        twin.toggleAttribute('checked', original.checked)
      } else {
        twin.setAttribute('value', original.type === 'password' ? '' : original.value)
      }
    }
    if (original instanceof HTMLTextAreaElement) twin.textContent = original.value
    if (original instanceof HTMLOptionElement) twin.toggleAttribute('selected', original.selected)
    const judged =
      document.body?.contains(original) && original !== document.body && !original.closest('select')
    if (judged && !original.checkVisibility({ visibilityProperty: true })) {
      if (getComputedStyle(original).display !== 'contents') unseen.push(twin)
    }
  })
  const shownSelects = document.querySelectorAll('select')
  copy.querySelectorAll('select').forEach((twin, index) => {
    if (shownSelects[index]?.checkVisibility({ visibilityProperty: true }) === false) unseen.push(twin)
  })
  for (const twin of unseen) twin.remove()
  return `<!doctype html>${copy.outerHTML}`
}
