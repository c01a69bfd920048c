/** The drawing of the board at hand, in the viewer's language, for the screen and for paper. Puts data and drawing together; draws nothing itself. */
import { useMemo } from 'react';
import { useValue } from 'tldraw';
import type { BoardEntry, Cohort } from '../../../shared/cohort/document.ts';
import { layoutOf } from '../../../shared/synthesis/columns.ts';
import { useStore } from '../../board/store.ts';
import type { CanvasBoard } from '../board.ts';
import { GroupDrawing } from '../drawing/GroupDrawing.tsx';
import { IcebergDrawing } from '../drawing/IcebergDrawing.tsx';
import { PracticeDrawing } from '../drawing/PracticeDrawing.tsx';
import { ValueDrawing } from '../drawing/ValueDrawing.tsx';
import { columnHeads } from './column-heads.ts';
import { useStatement } from './statement.ts';

interface TemplateDrawingProps {
  readonly board: CanvasBoard;
  /** Dashed places for the next note are for the screen only. */
  readonly on: 'screen' | 'paper';
}

export function TemplateDrawing({ board, on }: TemplateDrawingProps) {
  const { kind } = board.session.board;
  if (kind === 'iceberg') return <Iceberg board={board} on={on} />;
  if (kind === 'practice') return <Practice board={board} on={on} />;
  return kind === 'value' ? <Value board={board} on={on} /> : <Group board={board} on={on} />;
}

/** Whether the paper of a note is that of its tag, which *Color por* changes on the screen. */
function useTagPapers({ colouring }: CanvasBoard, on: TemplateDrawingProps['on']): boolean {
  const by = useValue(colouring.by);
  return on === 'paper' || by === 'tag';
}

/** Whose board it is, for its title: the organisation, the person, or the board's own title. */
function ownerName(cohort: Cohort, { organisation, person, title }: BoardEntry): string {
  if (title !== '') return title;
  const name = cohort.people.find((one) => one.id === person)?.name;
  return name ?? cohort.organisations.find((one) => one.id === organisation)?.name ?? '';
}

function Iceberg({ board, on }: TemplateDrawingProps) {
  const { session, language } = board;
  const cohort = useStore(session.cohort);
  return (
    <IcebergDrawing
      uid={`ice-${on}`}
      language={useValue(language)}
      organisation={ownerName(cohort, session.board)}
      tagPapers={useTagPapers(board, on)}
    />
  );
}

function Practice({ board, on }: TemplateDrawingProps) {
  return <PracticeDrawing uid={`practice-${on}`} language={useValue(board.language)} />;
}

function Value({ board, on }: TemplateDrawingProps) {
  const { session, language } = board;
  const cohort = useStore(session.cohort);
  const notes = useStore(session.notes);
  const right = useStore(session.right);
  const { text, isEditing } = useStatement(session);
  const taken = useMemo(() => notes.map((note) => note.pos), [notes]);
  const offers = on === 'screen' && right === 'write';
  return (
    <ValueDrawing
      uid={`value-${on}`}
      language={useValue(language)}
      organisation={ownerName(cohort, session.board)}
      statement={text}
      hideStatement={on === 'screen' && isEditing}
      {...(offers ? { taken } : {})}
    />
  );
}

function Group({ board, on }: TemplateDrawingProps) {
  const { session, language } = board;
  const cohort = useStore(session.cohort);
  const columns = useStore(session.columns);
  const themes = useStore(session.themes);
  const layout = useMemo(() => layoutOf(columns), [columns]);
  const now = useValue(language);
  const heads = useMemo(() => columnHeads(columns, cohort, themes, now), [columns, cohort, themes, now]);
  return (
    <GroupDrawing
      uid={`group-${on}`}
      language={now}
      cohort={cohort.meta.name}
      columns={heads}
      layout={layout}
      tagPapers={useTagPapers(board, on)}
    />
  );
}
