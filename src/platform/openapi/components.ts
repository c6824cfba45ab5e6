type Json = Record<string, unknown>
export type Document = Json & {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Json>; [kind: string]: Json }
}
export type Operation = { responses: Record<string, Json>; [member: string]: unknown }

const REFERENCE = /"#\/components\/schemas\/([^"]+)"/g

const referenced = (document: Document): Set<string> => {
  const { schemas } = document.components
  const seen = new Set<string>()
  const visit = (value: unknown) => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(REFERENCE)) {
      if (seen.has(name)) continue
      seen.add(name)
      visit(schemas[name])
    }
  }
  visit(document.paths)
  return seen
}

/**
 * Leaves out the schemas that no operation uses: the library writes each one twice, as input and as answer.
 * Where only the input is used, or where it says the same as the answer, it takes the plain name.
 */
export const trimComponents = (document: Document): Document => {
  const used = referenced(document)
  const said = (name: string) =>
    JSON.stringify(document.components.schemas[name]).replace(/(schemas\/\w+?)Input"/g, '$1"')
  const plain = (name: string) => {
    const short = name.replace(/Input$/, '')
    return used.has(short) && said(name) !== said(short) ? name : short
  }
  const names = Object.keys(document.components.schemas)
    .filter((name) => used.has(name))
    .sort()
  const schemas = Object.fromEntries(names.map((name) => [plain(name), document.components.schemas[name]]))
  const whole = JSON.stringify({ ...document, components: { ...document.components, schemas } })
  return JSON.parse(whole.replace(REFERENCE, (_, name) => `"#/components/schemas/${plain(name)}"`))
}
