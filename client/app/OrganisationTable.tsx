/** Organisations × layers: how many notes each has, never what they say. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { BoardEntry, Cohort, Organisation } from '../../shared/cohort/document.ts';
import { LAYER_IDS } from '../../shared/template/kinds.ts';
import { layerTexts } from '../../shared/template/texts.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import { seatApi } from '../sync/seat-api.ts';
import type { Seat } from '../sync/seats.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { AddOrganisation } from './AddOrganisation.tsx';
import { boardTitle, isExtra, notesOn } from './board-names.ts';
import { OrganisationDialog } from './OrganisationDialog.tsx';
import { UnsentSign } from './UnsentSign.tsx';
import { useUnsent } from './unsent-context.ts';

export function OrganisationTable({ cohort, seat }: { cohort: Cohort; seat: Seat }) {
  const t = useText();
  const [language] = useLanguage();
  // Stays open when its row goes: the answer has not come yet.
  const [changing, setChanging] = useState<Organisation | null>(null);
  return (
    <section className="card" aria-labelledby="organisations-title">
      <h2 id="organisations-title">{t('pages.cohort.organisations')}</h2>
      <p className="field__hint">{t('pages.cohort.countsNote')}</p>
      <div className="table-scroll">
        <table className="counts">
          <thead>
            <tr>
              <th scope="col">{t('pages.cohort.organisation')}</th>
              {LAYER_IDS.map((layer, i) => {
                const { title } = layerTexts(layer, language);
                return (
                  <th key={layer} scope="col" className={`counts__layer counts__layer--${i + 1}`}>
                    <abbr title={title}>{i + 1}</abbr>
                    <span className="visually-hidden">{title}</span>
                  </th>
                );
              })}
              <th scope="col">
                <abbr title={t('pages.cohort.valueNotesLong')}>{t('pages.cohort.valueNotes')}</abbr>
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('pages.cohort.open')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {cohort.organisations.map((one) => (
              <Row key={one.id} organisation={one} cohort={cohort} seat={seat} onChange={() => setChanging(one)} />
            ))}
          </tbody>
        </table>
      </div>
      <AddOrganisation seat={seat} />
      {changing && <OrganisationDialog organisation={changing} seat={seat} onClose={() => setChanging(null)} />}
    </section>
  );
}

interface RowProps {
  readonly organisation: Organisation;
  readonly cohort: Cohort;
  readonly seat: Seat;
  readonly onChange: () => void;
}

function Row({ organisation, cohort, seat, onChange }: RowProps) {
  const t = useText();
  const boards = cohort.boards.filter((board) => board.organisation === organisation.id && !isExtra(board));
  const icebergs = boards.filter((board) => board.kind === 'iceberg');
  const values = boards.filter((board) => board.kind === 'value');
  const people = cohort.people.filter((one) => one.organisation === organisation.id).length;
  const sum = (layer: string): number =>
    icebergs.reduce((n, board) => n + (cohort.counts.get(board.id)?.[layer] ?? 0), 0);
  return (
    <tr>
      <th scope="row">
        <span className="counts__who">
          <span>
            {organisation.name}
            <span className="counts__people">
              {people === 0 ? t('pages.cohort.nobody') : t('pages.cohort.connected', { count: people })}
            </span>
          </span>
          <IconButton
            icon="pen"
            size={18}
            label={t('organisations.change', { organisation: organisation.name })}
            onClick={onChange}
          />
        </span>
        <UnsentLinks organisation={organisation} cohort={cohort} />
      </th>
      {LAYER_IDS.map((layer) => (
        <Count key={layer} n={sum(layer)} />
      ))}
      <Count n={values.reduce((n, board) => n + notesOn(board, cohort), 0)} />
      <td className="counts__open">
        {organisation.letIn ? (
          <span className="counts__links">
            <OpenLinks boards={[...icebergs, ...values].filter((board) => board.person === null)} cohort={cohort} />
            <CloseBoards organisation={organisation} seat={seat} />
          </span>
        ) : (
          <Closed />
        )}
      </td>
    </tr>
  );
}

const Count = ({ n }: { n: number }) => <td className={n === 0 ? 'counts__n counts__n--none' : 'counts__n'}>{n}</td>;

/** Also to boards that were closed to facilitation meanwhile: what was written there can be taken along. */
function UnsentLinks({ organisation, cohort }: Pick<RowProps, 'organisation' | 'cohort'>) {
  const [language] = useLanguage();
  const unsent = useUnsent();
  return cohort.boards
    .filter((board) => board.organisation === organisation.id)
    .map((board) => {
      const sign = unsent.get(board.id);
      return (
        sign && (
          <Link key={board.id} href={`/tablero/${board.id}`} className="counts__unsent">
            {boardTitle(board, cohort, language)}
            <UnsentSign unsent={sign} />
          </Link>
        )
      );
    });
}

function Closed() {
  const t = useText();
  return (
    <span className="counts__closed">
      <Icon name="lock" size={18} /> {t('pages.cohort.closed')}
    </span>
  );
}

function OpenLinks({ boards, cohort }: { boards: readonly BoardEntry[]; cohort: Cohort }) {
  const t = useText();
  const owner = (board: BoardEntry): string =>
    cohort.organisations.find((one) => one.id === board.organisation)?.name ?? '';
  return (
    <>
      {boards.map((board) => {
        const label = t(board.kind === 'value' ? 'pages.cohort.openValue' : 'pages.cohort.openIceberg', {
          organisation: owner(board),
        });
        return (
          <Link key={board.id} href={`/tablero/${board.id}`} className="icon-button" aria-label={label} title={label}>
            <Icon name={board.kind === 'value' ? 'value' : 'iceberg'} />
          </Link>
        );
      })}
    </>
  );
}

/** Facilitation may end a visit, but only the organisation can begin one. */
function CloseBoards({ organisation, seat }: { organisation: Organisation; seat: Seat }) {
  const t = useText();
  const label = t('pages.cohort.closeIn', { organisation: organisation.name });
  return (
    <IconButton
      icon="lock"
      label={label}
      onClick={() => void seatApi(seat.token).letIn(seat.cohort.id, organisation.id, false)}
    />
  );
}
