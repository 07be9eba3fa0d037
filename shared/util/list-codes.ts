const LISTED = 10;

/** "P35, P02 … (+17)": at most ten codes; a list that stops says how much it leaves out. */
export function listCodes(codes: readonly string[]): string {
  const shown = codes.slice(0, LISTED);
  const rest = codes.length - shown.length;
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} … (+${rest})`;
}
