/**
 * The one script of the pages: without it everything can be read, with it the list can be searched and the snippet names this server. Refusals of the
 * Feishu wire lead here with what is to be searched for: a code, or scopes with commas between them.
 */
export const pageScript = `
for (const place of document.querySelectorAll('[data-host]')) place.textContent = location.host
const box = document.querySelector('input[type=search]')
if (box) {
  const items = [...document.querySelectorAll('[data-words]')]
  const none = document.querySelector('[data-none]')
  const search = () => {
    const words = box.value.toLowerCase().split(/[\\s,]+/).filter(Boolean)
    for (const item of items) {
      const told = item.dataset.words + ' ' + (item.closest('[data-area]')?.dataset.area ?? '')
      item.hidden = !words.every((word) => told.includes(word))
    }
    for (const area of document.querySelectorAll('[data-area]')) area.hidden = !area.querySelector('[data-words]:not([hidden])')
    none.hidden = items.some((item) => !item.hidden)
  }
  const asked = new URLSearchParams(location.search)
  const sought = asked.get('q') ?? asked.get('code')
  box.closest('[hidden]').hidden = false
  box.addEventListener('input', search)
  addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== box) { event.preventDefault(); box.focus() }
    if (event.key === 'Escape' && document.activeElement === box) { box.value = ''; search() }
  })
  if (sought) box.value = sought
  search()
  if (sought) box.scrollIntoView()
}
`
