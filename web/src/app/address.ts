/** Parts of an address as the pages want them; what makes no sense is as if it were not there. */
export const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
export const whole = (value: unknown) =>
  value !== undefined && Number.isInteger(Number(value)) ? Number(value) : undefined
export const flag = (value: unknown) => (value === true || value === 'true' ? true : undefined)
export const id = {
  parse: (params: { id: string }) => ({ id: Number(params.id) }),
  stringify: (params: { id: number }) => ({ id: `${params.id}` }),
}
