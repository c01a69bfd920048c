/** The right-click menu: only what makes sense on a board of notes. Its words come from the actions. */
import { DefaultContextMenu, type TLUiContextMenuProps, TldrawUiMenuGroup, TldrawUiMenuItem, useActions } from 'tldraw';

const GROUPS = [
  ['new-note', 'duplicate', 'delete'],
  ['cut', 'copy', 'paste'],
  ['select-all', 'show-all'],
] as const;

export function CanvasMenu(props: TLUiContextMenuProps) {
  return (
    <DefaultContextMenu {...props}>
      <Items />
    </DefaultContextMenu>
  );
}

function Items() {
  const actions = useActions();
  return GROUPS.map((ids) => (
    <TldrawUiMenuGroup key={ids[0]} id={ids[0]}>
      {ids.map((id) => {
        const action = actions[id];
        if (!action) return null;
        const { label, kbd, readonlyOk = false, onSelect } = action;
        return (
          <TldrawUiMenuItem key={id} id={id} label={label} kbd={kbd} readonlyOk={readonlyOk} onSelect={onSelect} />
        );
      })}
    </TldrawUiMenuGroup>
  ));
}
