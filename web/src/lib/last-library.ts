const KEY = 'colophon.library'

/** Which library to open at the next visit. */
export const lastLibrary = {
  read: () => Number(localStorage.getItem(KEY)) || null,
  write: (id: number) => localStorage.setItem(KEY, `${id}`),
}
