/** One step of the schema. Numbered by tens, up only, never edited once released. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
