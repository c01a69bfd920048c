/** Blocks of known heights into the columns of pages. Pure; knows no words and no screen. */

/** Blocks under one head, which stands again over what goes on in the next column. */
export interface Section<B> {
  readonly head: B | null;
  readonly blocks: readonly B[];
}
export interface Page<B> {
  readonly columns: readonly (readonly B[])[];
}
interface Room {
  readonly columns: number;
  readonly height: number;
}

/** In order, column by column, page by page; at least one page. A block that is too high for any column has one alone. */
export function packed<B extends { readonly height: number }>(
  sections: readonly Section<B>[],
  { columns, height }: Room,
): Page<B>[] {
  const all: B[][] = [[]];
  let left = height;
  const column = (): B[] => all[all.length - 1] ?? [];
  const turn = (): void => {
    if (column().length === 0) return;
    all.push([]);
    left = height;
  };
  const put = (block: B): void => {
    column().push(block);
    left -= block.height;
  };
  for (const { head, blocks } of sections) {
    const first = (head?.height ?? 0) + (blocks[0]?.height ?? 0);
    if (first > left) turn();
    if (head) put(head);
    blocks.forEach((block, i) => {
      if (i > 0 && block.height > left) {
        turn();
        if (head) put(head);
      }
      put(block);
    });
  }
  return Array.from({ length: Math.ceil(all.length / columns) }, (_, i) => ({
    columns: all.slice(i * columns, (i + 1) * columns),
  }));
}
