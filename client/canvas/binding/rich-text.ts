/**
 * The text inside a free drawing, as tldraw's editor keeps it, rebuilt from what it knows: an unknown kind of node would
 * stop every canvas that tries to draw it, and a link may lead anywhere. Pure; knows no editor.
 */

export interface RichText {
  readonly type: 'doc';
  readonly content: readonly TextNode[];
}
interface TextNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

const MARKS: ReadonlySet<string> = new Set(['bold', 'italic', 'strike', 'code', 'highlight']);
const DEEPEST = 8;

/** Words survive whatever they came in; a text without any is one empty paragraph. */
export function cleanRichText(value: unknown): RichText {
  const content = blocksOf(childrenOf(value), DEEPEST);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

/** Lists become lines: nested ones would lie deeper than a board keeps anything (docs/protocol.md). */
function blocksOf(nodes: readonly Record<string, unknown>[], levels: number): TextNode[] {
  if (levels === 0) return [];
  return nodes.flatMap((node): TextNode[] => {
    if (node.type === 'paragraph' || node.type === 'heading') return [paragraphOf(node.type, node)];
    if (node.type === 'text') return [paragraphOf('paragraph', { content: [node] })];
    const inner = blocksOf(childrenOf(node), levels - 1);
    return node.type === 'listItem' ? bulleted(inner) : inner;
  });
}

function bulleted([first, ...rest]: TextNode[]): TextNode[] {
  if (!first) return [];
  const words = Array.isArray(first.content) ? first.content : [];
  return [{ ...first, content: [{ type: 'text', text: '• ' }, ...words] }, ...rest];
}

function paragraphOf(type: string, node: Record<string, unknown>): TextNode {
  const given = isRecord(node.attrs) ? node.attrs : {};
  const attrs = {
    ...(given.dir === 'ltr' || given.dir === 'rtl' || given.dir === 'auto' ? { dir: given.dir } : {}),
    ...(type === 'heading' ? { level: [1, 2, 3, 4, 5, 6].find((level) => level === given.level) ?? 1 } : {}),
  };
  const content = childrenOf(node).flatMap(wordsOf);
  return {
    type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

function wordsOf(node: Record<string, unknown>): TextNode[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }];
  if (node.type !== 'text' || typeof node.text !== 'string' || node.text === '') return [];
  const given: unknown[] = Array.isArray(node.marks) ? node.marks : [];
  const marks = given.flatMap(markOf);
  return [{ type: 'text', ...(marks.length > 0 ? { marks } : {}), text: node.text }];
}

function markOf(mark: unknown): TextNode[] {
  if (!isRecord(mark) || typeof mark.type !== 'string') return [];
  if (MARKS.has(mark.type)) return [{ type: mark.type }];
  const href = mark.type === 'link' && isRecord(mark.attrs) ? mark.attrs.href : null;
  if (typeof href !== 'string' || !isHarmless(href)) return [];
  return [{ type: 'link', attrs: { href, target: '_blank', rel: 'noopener noreferrer nofollow', class: null } }];
}

/** Addresses that a person may be led to. */
const isHarmless = (address: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(address);

const childrenOf = (value: unknown): Record<string, unknown>[] =>
  isRecord(value) && Array.isArray(value.content) ? value.content.filter(isRecord) : [];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
