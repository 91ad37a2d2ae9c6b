import { beforeAll, describe } from 'vitest'
import { writeLibrary } from './epub.ts'
import { lookAt } from './looks.ts'
import { addShelf, ask, withPages, withServer } from './stage.ts'

withServer()
withPages()

describe('before there is a user', () => lookAt([['set-up', () => '/setup', 'h1']]))

describe('with a library', () => {
  let jobId: number
  let bookId: number

  beforeAll(async () => {
    jobId = await addShelf('book', (folder) => writeLibrary(folder, 24))
    bookId = (await ask('/api/books?limit=1')).books[0].id
  })

  lookAt([
    ['library', () => '/libraries/1', 'main a[href^="/books/"]'],
    ['library list', () => '/libraries/1?view=list', 'main a[href^="/books/"]'],
    ['filtered to nothing', () => '/libraries/1?format=pdf', 'main h2'],
    ['book', () => `/books/${bookId}`, 'article h1'],
    ['people', () => '/libraries/1/people', 'main li'],
    ['series', () => '/libraries/1/series', 'main li'],
    ['terms', () => '/libraries/1/terms', 'main li'],
    ['term', () => '/terms/1', 'main a[href^="/books/"]'],
    ['person', () => '/people/1', 'main a[href^="/books/"]'],
    ['one series', () => '/series/1', 'main a[href^="/books/"]'],
    ['evidence', () => `/books/${bookId}?evidence=title`, '[role="dialog"] section'],
    ['edit book', () => `/books/${bookId}?open=edit`, '[role="dialog"] form'],
    ['covers', () => `/books/${bookId}/artwork`, 'main section li'],
    ['trash', () => '/libraries/1/trash', 'main h2'],
    ['libraries', () => '/settings/libraries', 'main li'],
    ['library settings', () => '/settings/libraries/1?path=Author%2FBook%2FBook.epub', '#explain-path'],
    ['add library', () => '/settings/libraries?add=true', '[role="dialog"] form'],
    ['jobs', () => '/settings/jobs', 'main li'],
    ['job', () => `/settings/jobs/${jobId}`, '[role="log"] p'],
    ['job items', () => `/settings/jobs/${jobId}?tab=items`, '[role="tabpanel"] li'],
    ['system', () => '/settings/system', 'main:has(tbody tr) #checks'],
    ['missing page', () => '/nowhere', 'h2'],
  ])
})
