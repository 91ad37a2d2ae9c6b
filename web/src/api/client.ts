import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './generated/schema'

interface Problem {
  title?: string
  status?: number
  code?: string
  detail?: string
  errors?: Record<string, string[]>
}

/** What the server said when it refused. `message` is the sentence a person sees. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  /** False when the answer held no sentence of the server's and `message` is ours. */
  readonly said: boolean
  readonly fields: Record<string, string[]>

  constructor(status: number, problem: Problem) {
    super(problem.detail || problem.title || `The server answered ${status}.`)
    this.name = 'ApiError'
    this.status = status
    this.said = Boolean(problem.detail || problem.title)
    this.code = problem.code ?? 'unknown'
    this.fields = problem.errors ?? {}
  }
}

/** Sent with every write; the server refuses a cookie write without it. */
const csrf: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET') request.headers.set('X-Colophon', '1')
    return request
  },
}

export const client = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => globalThis.fetch(request),
})
client.use(csrf)

interface Answer<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The answer's body, or an ApiError. */
export async function unwrap<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer
  if (response.ok) return data as T
  throw new ApiError(response.status, asProblem(error))
}

/** The answer's body and what it is known by, for a change that must not overwrite somebody else's. */
export async function unwrapTagged<T>(answer: Promise<Answer<T>>): Promise<Tagged<T>> {
  const { response } = await answer
  return { value: await unwrap(answer), etag: response.headers.get('ETag') }
}

export interface Tagged<T> {
  value: T
  etag: string | null
}

/** The header with which the server refuses a change of what changed meanwhile; none overwrites. */
export const ifMatch = (etag: string | null) => (etag === null ? {} : { 'If-Match': etag })

function asProblem(body: unknown): Problem {
  return typeof body === 'object' && body !== null ? (body as Problem) : {}
}

/** The sentence to show for anything that went wrong. */
export function reason(error: unknown): string {
  if (error instanceof ApiError) return error.message
  if (error instanceof TypeError) return 'The server cannot be reached. Check that Colophon is running.'
  return error instanceof Error ? error.message : 'Something went wrong.'
}

/** What the server said, else our own word for it. */
export const serverSaid = (error: unknown, otherwise: string) =>
  error instanceof ApiError && error.said ? error.message : otherwise

export const isUnauthenticated = (error: unknown) => error instanceof ApiError && error.status === 401
