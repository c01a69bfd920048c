/** Text inside drawings: words stay, what could break a canvas or lead astray goes. */
import { describe, expect, it } from 'vitest';
import { cleanRichText } from '../../../client/canvas/binding/rich-text.ts';

const words = (text: string, marks?: unknown) => ({ type: 'text', ...(marks ? { marks } : {}), text });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', ...(content.length > 0 ? { content } : {}) });
const doc = (...content: unknown[]) => ({ type: 'doc', content });
const link = (href: unknown) => [{ type: 'link', attrs: { href, target: '_self', onclick: 'alert(1)' } }];
const item = (...content: unknown[]) => ({ type: 'listItem', content });

describe('text inside a drawing', () => {
  it('stays as the editor wrote it', () => {
    const written = doc(
      { ...paragraph(words('uno', [{ type: 'bold' }]), { type: 'hardBreak' }, words('dos')), attrs: { dir: 'auto' } },
      { type: 'heading', attrs: { level: 2 }, content: [words('tres')] },
      paragraph(),
    );
    expect(cleanRichText(written)).toEqual(written);
    expect(cleanRichText(cleanRichText(written))).toEqual(written);
  });

  it.each([
    ['https://example.org', true],
    ['http://example.org', true],
    ['mailto:ana@example.org', true],
    ['javascript:alert(1)', false],
    [' javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['//example.org', false],
    [7, false],
  ])('keeps the link %s only where it leads people to pages or letters', (href, stays) => {
    const [first] = cleanRichText(doc(paragraph(words('aquí', link(href))))).content;
    const attrs = { href, target: '_blank', rel: 'noopener noreferrer nofollow', class: null };
    expect(first).toEqual(paragraph(stays ? words('aquí', [{ type: 'link', attrs }]) : words('aquí')));
  });

  it('makes lines of lists, however deep, so that the record stays shallow', () => {
    const nested = doc({
      type: 'bulletList',
      content: [item(paragraph(words('uno')), { type: 'orderedList', content: [item(paragraph(words('dos')))] })],
    });
    expect(cleanRichText(nested)).toEqual(
      doc(paragraph(words('• '), words('uno')), paragraph(words('• '), words('dos'))),
    );
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a string', 'hola'],
    ['no content', { type: 'doc' }],
    ['an image', doc({ type: 'image', attrs: { src: 'https://elsewhere.example/a.png' } })],
    ['content that is no list', doc({ type: 'paragraph', content: 'x' }, 7, null)],
  ])('makes an empty paragraph of %s', (_, value) => {
    expect(cleanRichText(value)).toEqual(doc(paragraph()));
  });

  it('leaves empty words and unknown marks out, and keeps the words of unknown nodes', () => {
    const odd = doc(
      { type: 'no-such', content: [words('hola', [{ type: 'no-such' }, { type: 'bold' }])] },
      paragraph(words('')),
    );
    expect(cleanRichText(odd)).toEqual(doc(paragraph(words('hola', [{ type: 'bold' }])), paragraph()));
  });
});
