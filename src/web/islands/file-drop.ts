/** Lets a file be dropped anywhere on the form, not only on its field. */
export function startFileDrop(document: Document): void {
  const form = document.querySelector<HTMLFormElement>('form.drop')
  const field = form?.querySelector<HTMLInputElement>('input[type=file]')
  if (!form || !field) return
  const mark = (isOver: boolean) => form.classList.toggle('is-over', isOver)
  form.addEventListener('dragover', (event) => {
    event.preventDefault()
    mark(true)
  })
  form.addEventListener('dragleave', () => mark(false))
  form.addEventListener('drop', (event) => {
    event.preventDefault()
    mark(false)
    if (event.dataTransfer?.files.length) field.files = event.dataTransfer.files
  })
}
