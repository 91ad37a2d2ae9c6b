import { setupServer } from 'msw/node'

/** The server as tests see it: every test says what it answers. */
export const server = setupServer()
