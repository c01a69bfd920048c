/** A board full of what no honest client writes, in a real browser: it opens, shows what is sound, and says the rest quietly. */
import { expect, it } from 'vitest';
import { describeInBrowser } from '../kit/browser.ts';
import { openPanel, sheet, showView, syncBadge } from '../kit/pages/board-page.ts';
import { BoardCanvas } from '../kit/pages/canvas.ts';
import { download } from '../kit/pages/downloads.ts';
import { BoardList } from '../kit/pages/list.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { poison } from '../kit/poison.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('a poisoned board', () => {
  const walk = beginWalk('poisoned');

  it.each(['desktop', 'phone'] as const)(
    'opens, shows the sound notes, and says that some could not be read (%s)',
    async (size) => {
      const kind = size === 'desktop' ? 'iceberg' : 'value';
      const casa = await walk.witness(kind);
      casa.write([{ text: 'La nota sana', pos: [900, 320] }]);
      poison(casa.doc);
      const { page, troubles, elsewhere } = await walk.person('Ana Colón', CASA, kind, size);
      await page.getByText(/elementos de este tablero no se pudieron leer/).waitFor();
      await showView(page, 'canvas');
      const canvas = await new BoardCanvas(page).ready();
      await canvas.note(casa.note('La nota sana').id).waitFor({ state: 'attached' });
      await keepPictures(`poisoned-${size}`, walk.windows);
      expect(await page.getByText(textIn('es', 'pages.board.canvasFailed')).count()).toBe(0);
      expect(
        await page.locator('.tl-shape iframe, .tl-shape img, .tl-shape video, a[href^="javascript"]').count(),
      ).toBe(0);
      await openPanel(page, 'panels.download.title');
      for (const format of ['png1', 'svg', 'json'] as const) await download(page, format);
      await sheet(page)
        .getByRole('button', { name: textIn('es', 'common.close'), exact: true })
        .first()
        .click();
      await showView(page, 'list');
      const list = await new BoardList(page).ready();
      await keepPictures(`poisoned-list-${size}`, walk.windows);
      const area = size === 'desktop' ? 'results' : 'beneficiaries';
      if (size === 'phone') await list.turnTo(area);
      await list.add(area, 'Y se sigue trabajando');
      await syncBadge(page, 'synced').waitFor();
      await expect.poll(() => casa.has('Y se sigue trabajando')).toBe(true);
      expect(elsewhere).toEqual([]);
      expect(troubles).toEqual([]);
    },
  );
});
