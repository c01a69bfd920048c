/** The window that is open over the panel. Decides which, not what is in it. */
import AgendaDialog from '../agenda/AgendaDialog.tsx';
import { CloseDialog, GatherDialog, GoDialog } from './CallDialogs.tsx';
import { FreezeDialog } from './FreezeDialog.tsx';
import { GroupsDialog } from './GroupsDialog.tsx';
import { HandsDialog } from './Hands.tsx';
import { MessageDialog } from './MessageDialog.tsx';
import { NewSessionDialog } from './NewSessionDialog.tsx';
import { PeopleDialog } from './PeopleDialog.tsx';
import { type Opened, usePanel } from './panel-context.ts';
import { QuickNoteDialog } from './QuickNoteDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { UndoDialog } from './UndoDialog.tsx';

export function OpenedDialog({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { cohort, seat } = usePanel();
  switch (opened.kind) {
    case 'agenda':
      return <AgendaDialog cohort={cohort} seat={seat} onClose={onClose} />;
    case 'gather':
      return <GatherDialog onClose={onClose} />;
    case 'groups':
      return <GroupsDialog onClose={onClose} />;
    case 'note':
      return <QuickNoteDialog onClose={onClose} />;
    case 'freeze':
      return <FreezeDialog onClose={onClose} />;
    case 'undo':
      return <UndoDialog onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
    case 'close':
      return <CloseDialog onClose={onClose} />;
    case 'new-session':
      return <NewSessionDialog onClose={onClose} />;
    case 'message':
      return <MessageDialog to={opened.to} onClose={onClose} />;
    case 'go':
      return <GoDialog phase={opened.phase} onClose={onClose} />;
    case 'hands':
      return <HandsDialog onClose={onClose} />;
    case 'people':
      return <PeopleDialog organisation={opened.organisation} onClose={onClose} />;
  }
}
