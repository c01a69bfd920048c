/** What a session left on the pages that begin anew: a team finds it again, in their copies. */
import { expect, it } from 'vitest';
import { addGift, giftText, readGifts } from '../../shared/board/feedback.ts';
import type { EntryId, PersonId } from '../../shared/ids.ts';
import { sectionTexts } from '../../shared/template/feedback.ts';
import { describeInBrowser } from '../kit/browser.ts';
import { sheet } from '../kit/pages/board-page.ts';
import { conduct } from '../kit/pages/call.ts';
import { keepPictures } from '../kit/pages/window.ts';
import { textIn } from '../kit/pages/words.ts';
import { follow, until } from '../kit/running-app.ts';
import { beginWalk, CASA } from '../kit/walk.ts';

describeInBrowser('the next session', () => {
  const walk = beginWalk('next-session');

  /** Contributes to the team's board, and waits until the server has it. */
  async function writeGift({ token }: { readonly token: string }, text: string): Promise<void> {
    const board = await walk.board('feedback');
    const page = await follow(walk.app, token, board);
    const gift = 'gift-1' as EntryId;
    addGift(
      { doc: page.doc, origin: null },
      { id: gift, kind: 'idea', author: 'rosa' as PersonId, organisation: null, createdAt: 1 },
    );
    giftText(page.doc, gift)?.insert(0, text);
    const reader = await follow(walk.app, token, board);
    await until(() => readGifts(reader.doc).some((one) => one.text === text), 'the contribution');
    for (const one of [page, reader]) one.close();
  }

  it.each(['desktop', 'phone'] as const)('shows what peers gave in the last one, on a %s', async (size) => {
    const { token } = await walk.seat('facilitator', 'Marisol');
    const does = (deed: Parameters<typeof conduct>[3]) => conduct(walk.app, token, walk.cohort.cohort.id, deed);
    if (size === 'desktop') {
      await does({ do: 'start' });
      await writeGift(await walk.seat(CASA, 'Rosa'), 'Pedir el agua juntas');
      await does({ do: 'close' });
      await does({ do: 'new-session', preset: 'full' });
    }
    const window = await walk.window(size);
    const { page } = window;
    await walk.sitDown(window, `Ana ${size}`, CASA);
    await page.goto(`${walk.app.url}/tablero/${await walk.board('feedback')}`);
    await page.getByRole('heading', { name: sectionTexts('issue', 'es').title }).waitFor();
    expect(await page.getByText('Pedir el agua juntas').count()).toBe(0);
    await page.getByRole('button', { name: textIn('es', 'panels.copies.title') }).click();
    await sheet(page).getByRole('button', { name: 'Ver la copia “Sesión 1”' }).click();
    await sheet(page).getByText('Pedir el agua juntas').waitFor();
    await keepPictures(`next-session-${size}`, walk.windows);
  });
});
