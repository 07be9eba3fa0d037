/** One step of the schema. Numbers only rise, never edited once released. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
