/** The cohort is made and everybody comes in, on pages only. Knows no board. */
import { expect, it } from 'vitest';
import { boardIn } from '../../kit/pages/board-page.ts';
import { openBoard } from '../../kit/pages/cohort-page.ts';
import { enter } from '../../kit/pages/door.ts';
import { copyInvitation, copyLink, createCohort, goToCohort } from '../../kit/pages/home.ts';
import { join } from '../../kit/running-app.ts';
import { witness } from '../../kit/witness.ts';
import { CASA, COHORT, type Meeting, RED } from './meeting.ts';

export function itGathers(w: Meeting): void {
  it('creates the cohort and copies its links', async () => {
    const { page } = w.maribel;
    await createCohort(page, {
      name: COHORT,
      yourName: 'Maribel',
      date: '2026-11-20',
      time: '09:00',
      organisations: `${CASA}\n${RED}\n`,
    });
    w.links = {
      facilitation: await copyLink(page, 'facilitation'),
      participation: await copyLink(page, 'participation'),
    };
    expect(w.links.facilitation).toContain(`${w.app.url}/facilitar#`);
    expect(w.links.participation).toContain(`${w.app.url}/unirse#`);
    expect(await copyInvitation(page)).toContain(w.links.participation);
    await goToCohort(page);
    const seat = await join(w.app, w.links.facilitation, 'Maribel');
    w.orgs = seat.cohort.organisations.map((one) => one.id);
    expect(seat.cohort.organisations.map((one) => one.name)).toEqual([CASA, RED]);
    await openBoard(page, 'group-iceberg');
    w.group = await witness(w.app, w.links.facilitation, null, boardIn(page), 'group-iceberg');
  });

  it('lets two organisations in', async () => {
    await Promise.all([
      enter(w.ana.page, w.links.participation, 'Ana Colón', CASA),
      enter(w.luis.page, w.links.participation, 'Luis Soto', CASA),
      enter(w.rosa.page, w.links.participation, 'Rosa Vega', RED),
    ]);
    await openBoard(w.ana.page, 'iceberg');
    await openBoard(w.luis.page, 'iceberg');
    await openBoard(w.rosa.page, 'iceberg');
    const [casaId = null, redId = null] = w.orgs;
    w.casa = await witness(w.app, w.links.participation, casaId, boardIn(w.ana.page), 'iceberg');
    w.red = await witness(w.app, w.links.participation, redId, boardIn(w.rosa.page), 'iceberg');
  });
}
