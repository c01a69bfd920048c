/** A report on its way to whoever takes it home: its name, kind and text. Knows no content. */
export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Parts that are empty are left out. */
export const fileName = (parts: readonly (string | undefined)[], extension: string): string =>
  `${['tempano', ...parts].filter((part) => part !== '' && part !== undefined).join('_')}.${extension}`;
