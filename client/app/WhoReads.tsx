/** Who can technically read what, said before anybody writes a word. */
import type { Role } from '../../shared/cohort/roles.ts';
import { useText } from '../i18n/text.ts';
import type { TextKey } from '../i18n/words.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';

type Line = readonly [IconName, TextKey];
const GROUP: Line = ['group', 'pages.door.whoGroup'];
const SERVER: Line = ['wrench', 'pages.door.whoServer'];

function linesFor(role: Role, boardPer: 'organisation' | 'person'): Line[] {
  if (role === 'facilitator') return [['lock', 'pages.door.whoFacilitates'], GROUP, SERVER];
  if (role === 'viewer') return [['eye', 'pages.door.whoObserves'], SERVER];
  const own: Line = boardPer === 'person' ? ['lock', 'pages.door.whoYou'] : ['lock', 'pages.door.whoTeam'];
  return [own, ['eye', 'pages.door.whoFacilitator'], GROUP, SERVER];
}

export function WhoReads({ role, boardPer }: { role: Role; boardPer: 'organisation' | 'person' }) {
  const t = useText();
  return (
    <section className="who" aria-labelledby="who-title">
      <h2 id="who-title">{t('pages.door.whoTitle')}</h2>
      <ul>
        {linesFor(role, boardPer).map(([icon, key]) => (
          <li key={key}>
            <Icon name={icon} />
            <span>{t(key)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
