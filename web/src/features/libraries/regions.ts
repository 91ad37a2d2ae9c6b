import { languageName } from '@/lib/format'

const LANGUAGES =
  'ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id is it ja ka ko lt lv ms nb nl pl pt ro ru sk sl sr sv ta te th tr uk ur vi zh'
const COUNTRIES =
  'AE AR AT AU BE BG BR CA CH CL CN CO CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IR IS IT JP KR LT LU LV MX MY NG NL NO NZ PH PL PT RO RS RU SA SE SG SI SK TH TR TW UA US VN ZA'

const names = new Intl.DisplayNames('en', { type: 'region' })

const byText = (one: { text: string }, other: { text: string }) => one.text.localeCompare(other.text, 'en')

/** Languages that are not chosen yet, by their names. */
export const languages = (chosen: string[]) =>
  LANGUAGES.split(' ')
    .filter((code) => !chosen.includes(code))
    .map((code) => ({ value: code, text: languageName(code) }))
    .toSorted(byText)

/** Countries by their names, and whichever is chosen. */
export const countries = (chosen: string | null) =>
  [...new Set([...COUNTRIES.split(' '), ...(chosen ? [chosen] : [])])]
    .map((code) => ({ value: code, text: nameOf(code) }))
    .toSorted(byText)

function nameOf(code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
