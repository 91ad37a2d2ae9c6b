import { page } from './stage.ts'

export const dialog = () => page.getByRole('dialog')
export const toast = (text: string | RegExp) => page.locator('[data-sonner-toast]').getByText(text).first()
/** The heading of an item's page: behind the title stands where it comes from. */
export const heading = (title: string) =>
  page.getByRole('heading', { level: 1, name: new RegExp(`^${title}\\s*((Title|Name): |$)`) })

export async function choose(menu: string, entry: string) {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: entry, exact: true }).click()
}

export const press = (button: string) => dialog().getByRole('button', { name: button, exact: true }).click()

/** A dialog says how it went and closes once the page behind it is up to date: only then can that page be used. */
export async function closed(told: string) {
  await toast(told).waitFor()
  await dialog().waitFor({ state: 'hidden' })
}
