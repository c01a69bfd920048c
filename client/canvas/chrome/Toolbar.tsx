/** The tools: notes first, drawing in a second row; beside them the dots that are left. Lies over the foot of the canvas, never over the watermark. */
import { useState } from 'react';
import { type Editor, useValue } from 'tldraw';
import type { BoardSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';
import { newNote } from '../sticky/moving-on.ts';
import { BulkMenu } from './BulkMenu.tsx';
import { DotsLeft } from './DotTools.tsx';
import { ToolButton } from './ToolButton.tsx';
import { ToolIcon } from './tool-icons.tsx';
import { UndoButtons } from './UndoButtons.tsx';

const DRAWING = [
  { id: 'draw', key: 'pen', shortcut: 'D' },
  { id: 'highlight', key: 'highlighter', shortcut: 'Shift+D' },
  { id: 'arrow', key: 'arrow', shortcut: 'A' },
  { id: 'text', key: 'text', shortcut: 'T' },
  { id: 'geo', key: 'shape', shortcut: 'R' },
  { id: 'eraser', key: 'eraser', shortcut: 'E' },
] as const;

export function Toolbar({ editor }: { readonly editor: Editor }) {
  const { session } = boardOf(editor.store);
  const mayWrite = useStore(session.right) === 'write';
  const tool = useValue('tool', () => editor.getCurrentToolId(), [editor]);
  const t = useText();
  const isDrawing = DRAWING.some(({ id }) => id === tool);
  const [isOpen, setOpen] = useState(false);
  const take = (id: string): void => {
    editor.setCurrentTool(id);
    editor.focus();
  };
  return (
    <div className="toolbar" role="toolbar" aria-label={t('canvas.tools.label')} data-testid="toolbar">
      {mayWrite && (isOpen || isDrawing) ? <DrawingTools tool={tool} take={take} /> : null}
      <div className="toolbar-foot">
        <DotsLeft editor={editor} />
        <div className="toolbar-row">
          {mayWrite ? <UndoButtons session={session} /> : <WhyNot session={session} />}
          {mayWrite ? <BulkMenu session={session} /> : null}
          <ToolButton
            label={t('canvas.tools.select')}
            shortcut="V"
            isPressed={tool === 'select'}
            onPress={() => take('select')}
          >
            <ToolIcon name="select" />
          </ToolButton>
          <ToolButton
            label={t('canvas.tools.hand')}
            shortcut="H"
            isPressed={tool === 'hand'}
            onPress={() => take('hand')}
          >
            <ToolIcon name="hand" />
          </ToolButton>
          {mayWrite ? (
            <button
              type="button"
              className="tool tool--main"
              aria-label={t('canvas.add')}
              title={t('canvas.add')}
              aria-keyshortcuts="N"
              onClick={() => newNote(editor)}
            >
              <Icon name="plus" /> <span>{t('canvas.add')}</span>
            </button>
          ) : null}
          {mayWrite && session.board.kind === 'group-iceberg' ? (
            <ToolButton
              label={t('canvas.tools.lasso')}
              shortcut="L"
              isPressed={tool === 'lasso'}
              onPress={() => take('lasso')}
            >
              <ToolIcon name="lasso" />
            </ToolButton>
          ) : null}
          {mayWrite ? (
            <ToolButton label={t('canvas.tools.draw')} isPressed={isOpen || isDrawing} onPress={() => toggle()}>
              <ToolIcon name="draw" />
            </ToolButton>
          ) : null}
        </div>
      </div>
    </div>
  );

  function toggle(): void {
    const open = !(isOpen || isDrawing);
    setOpen(open);
    take(open ? 'draw' : 'select');
  }
}

/** Tools are away for a reason. */
function WhyNot({ session }: { readonly session: BoardSession }) {
  const { call } = useStore(session.cohort);
  const t = useText();
  if (session.board.kind !== 'group-iceberg' || !call.reading) return null;
  return (
    <p className="toolbar-why" role="status">
      <Icon name="eye" /> {t('method.reading')}
    </p>
  );
}

function DrawingTools({ tool, take }: { readonly tool: string; readonly take: (id: string) => void }) {
  const t = useText();
  return (
    <fieldset className="toolbar-row" aria-label={t('canvas.tools.drawing')}>
      {DRAWING.map(({ id, key, shortcut }) => (
        <ToolButton
          key={id}
          label={t(`canvas.tools.${key}`)}
          shortcut={shortcut}
          isPressed={tool === id}
          onPress={() => take(id)}
        >
          <ToolIcon name={id} />
        </ToolButton>
      ))}
    </fieldset>
  );
}
