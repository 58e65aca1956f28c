/** Names the requirement that the tests around it prove; the coverage page is collected from these calls. */
export function requirement(...ids: string[]): void {
  for (const id of ids) {
    if (!/^[A-Z][A-Z0-9]*(-[A-Z0-9]+)+$/.test(id)) throw new Error(`Not a requirement id: ${id}`);
  }
}
