/** What a report says of an organisation of the invented cohort: the source as a server would gather it, everything shared. */

import cohort from '../../server/demo/cohort.es.json' with { type: 'json' };
import type { Commitment } from '../../shared/board/commitments.ts';
import type { Brought } from '../../shared/board/note.ts';
import type { EntryId, NoteId } from '../../shared/ids.ts';
import type { Given, LayerNote, OrganisationSource } from '../../shared/report/organisation.ts';
import { growthOf, type SharedAnswers } from '../../shared/synthesis/growth.ts';
import { isLayerId, type LayerId, ZONE_IDS } from '../../shared/template/kinds.ts';

const plain = { operational: false, programmatic: false, star: false, private: false, held: null, brought: null };

/** The first one of the fixture: `yagrumo`. */
export function organisationSource(): OrganisationSource {
  const [own] = cohort.organizations;
  if (!own) throw new Error('the fixture has organisations');
  const nameOf = (id: string): string => cohort.organizations.find((one) => one.id === id)?.name ?? '';
  const theme = (id: string | null) => cohort.themes.find((one) => one.id === id)?.title_es ?? '';
  const iceberg = own.iceberg.map(({ id, layer, text, tag, share }, i): LayerNote => {
    const as: Brought = { as: id as NoteId, attribution: i % 5 === 1 ? 'anonymous' : 'organisation', sum: '' };
    return {
      ...plain,
      area: layerOf(layer),
      text,
      operational: tag !== 'programmatic',
      programmatic: tag !== 'operational',
      star: i === 6,
      private: !share,
      brought: share ? as : null,
    };
  });
  const themes = [...new Set(own.iceberg.map((note) => note.theme))].map((id) => {
    const notes = own.iceberg.filter((note) => note.theme === id && note.share);
    const count = cohort.organizations
      .flatMap((one): readonly { readonly theme: string | null }[] => one.iceberg)
      .filter((note) => note.theme === id).length;
    return { title: theme(id), count, notes: notes.map(({ layer, text }) => ({ layer: layerOf(layer), text })) };
  });
  const { valueProposition: value, issue, peerFeedback } = own;
  return {
    cohort: 'Comunidad Marea Adentro',
    organisation: own.name,
    date: '2026-11-20',
    session: 1,
    madeAt: Date.UTC(2026, 10, 21, 2, 5),
    phases: [
      { title: 'Iceberg de cada organización', minutes: 28 },
      { title: 'Cierre', minutes: 10 },
    ],
    iceberg,
    personal: null,
    boardPerPerson: false,
    growth: { ...growthOf(own.selfAssessment.map(answersOf)), baseline: null },
    themes: themes.filter(({ notes }) => notes.length > 0),
    value: ZONE_IDS.flatMap((area) => value[area].map((text) => ({ ...plain, area, text }))),
    statement: value.statement,
    feedback: {
      issue: issue.title,
      context: issue.context,
      question: issue.question,
      takeaway: 'Que el costo real se puede pedir, con números.',
      gifts: [
        ...peerFeedback.clarifying.map(
          ({ fromOrg, question, answer }): Given => ({
            kind: 'clarifying',
            text: question,
            answer,
            from: nameOf(fromOrg),
          }),
        ),
        ...peerFeedback.items.map(
          ({ fromOrg, kind, text }): Given => ({
            kind: kind === 'idea' || kind === 'contact' ? kind : 'experience',
            text,
            answer: '',
            from: nameOf(fromOrg),
          }),
        ),
      ],
    },
    commitments: peerFeedback.commitments.map(({ what, who, by }, i): Commitment => {
      const name = own.people.find(({ id }) => id === who)?.name ?? '';
      const rest = { support: '', createdAt: i, session: 1, done: 'open', shown: 'no' } as const;
      return { id: `c${i}` as EntryId, what, who: name, when: by, ...rest };
    }),
  };
}

function layerOf(layer: string): LayerId {
  if (!isLayerId(layer)) throw new Error(`the fixture has a layer ${layer}`);
  return layer;
}

function answersOf(one: (typeof cohort.organizations)[number]['selfAssessment'][number]): SharedAnswers {
  const { now, then, proudestDimension, evidence } = one;
  return { now, then, proudest: proudestDimension, evidence, at: 0 } as SharedAnswers;
}
