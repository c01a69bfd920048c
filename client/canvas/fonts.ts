/** The fonts of every drawing on the canvas, so that they are loaded before text is measured and are part of exports. */
import { DefaultFontFaces, type Editor, type TLFontFace } from 'tldraw';
import { forgetWidths } from './drawing/note-layout.ts';

const { normal, italic } = DefaultFontFaces.tldraw_sans;
export const canvasFonts: TLFontFace[] = [normal.normal, normal.bold, italic.normal];

/** Resolves when text can be measured; what was measured before with another font is forgotten. */
export async function loadFonts(editor: Editor): Promise<void> {
  await editor.fonts.loadRequiredFontsForCurrentPage();
  await Promise.all(canvasFonts.map((font) => editor.fonts.ensureFontIsLoaded(font)));
  forgetWidths();
}
