import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { faults } from './axe.ts'
import { SIMPLE_FILM, writeFilm } from './films.ts'
import { lookAt } from './looks.ts'
import { ask, page, shelf, withShelf } from './stage.ts'
import { dialog, press, toast } from './steps.ts'

const RIVER = 'The Silent River (1999)'
const OWN = 'With My Own Words (2003)'
const LONG =
  'Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb and Some More Words So That It Is Long (1964)'
const RTL = 'وهلأ لوين (2011)'
const CJK = '千と千尋の神隠し (2001)'

withShelf('movie', (folder) => {
  for (const name of [RIVER, RTL, CJK, LONG]) writeFilm(folder, name)
  writeFilm(folder, OWN, {
    [`${OWN}.mkv`]: SIMPLE_FILM,
    [`${OWN}.nfo`]: '<movie><title>With My Own Words</title><plot>Mine.</plot><junk>1</junk></movie>',
  })
})

const filesOf = (name: string) => readdirSync(join(shelf(), name)).toSorted()

const publishing = (place = '') => `/settings/libraries/1?tab=publishing${place}`

const runId = async () => (await ask('/api/libraries/1/publish/runs')).runs[0].id as number

test('C20 a library is published for a program, and what was written is taken back', async () => {
  await page.goto('/settings/libraries/1')
  await page.getByRole('tab', { name: 'Publishing' }).click()
  await page.waitForURL('**/settings/libraries/1?tab=publishing')
  await page.getByRole('combobox', { name: 'Publish for' }).selectOption('kodi')
  const plan = page.getByRole('list', { name: 'Plan' })
  await plan.getByText(`${RIVER}.nfo`, { exact: true }).waitFor()
  expect(filesOf(RIVER)).toEqual([`${RIVER}.mkv`])

  await page.getByRole('button', { name: 'Save' }).click()
  await toast('Library saved').waitFor()
  await page.getByRole('button', { name: 'Publish now' }).click()
  await toast('Publishing started').waitFor()
  await page.getByText(/ written, .*left alone$| written$/).waitFor()
  expect(filesOf(RIVER)).toEqual([`${RIVER}.mkv`, `${RIVER}.nfo`])
  await expect.poll(() => page.getByRole('button', { name: 'Publish now' }).isDisabled()).toBe(true)
})

lookAt([
  ['publishing', () => publishing(), 'main form'],
  ['run of publishing', async () => publishing(`&run=${await runId()}`), '[role="dialog"] li'],
  ['job of publishing', async () => `/settings/jobs/${await runId()}`, '#publish-run'],
])

test('C20 a run that is taken back leaves the folder as it was, and publishing off', async () => {
  const id = await runId()
  await page.goto(publishing())
  await page.getByRole('button', { name: `Files of run ${id}` }).click()
  await page.waitForURL(`**tab=publishing&run=${id}`)
  await dialog().getByText(`${RIVER}.nfo`, { exact: true }).waitFor()
  await press('Take back')
  await dialog().getByText('Switch publishing off too').waitFor()
  expect(await faults(page)).toEqual([])
  await press('Take back')
  await toast(/the run is being taken back$/).waitFor()
  await dialog()
    .getByText(/· \d+ taken back$/)
    .waitFor()
  expect(filesOf(RIVER)).toEqual([`${RIVER}.mkv`])
  expect(existsSync(join(shelf(), OWN, `${OWN}.nfo`))).toBe(true)
  expect((await ask('/api/libraries/1')).options.publish).toBe('off')
})
