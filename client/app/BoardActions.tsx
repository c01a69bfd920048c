/** What can be done with a whole board, as buttons where there is room and as a menu where there is not. */
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import type { TextKey } from '../i18n/words.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';

export type Panel =
  | 'bring'
  | 'publish'
  | 'gallery'
  | 'table'
  | 'help'
  | 'chains'
  | 'dock'
  | 'themes'
  | 'copies'
  | 'download';
const ACTIONS: Readonly<Record<Panel, readonly [IconName, TextKey]>> = {
  bring: ['bring', 'pages.board.bring'],
  publish: ['publish', 'value.publish.title'],
  gallery: ['gallery', 'value.gallery.title'],
  table: ['table', 'value.table.title'],
  help: ['door', 'panels.help'],
  chains: ['link', 'method.chains.title'],
  dock: ['group', 'panels.dock.title'],
  themes: ['theme', 'panels.themes.title'],
  copies: ['archive', 'panels.copies.title'],
  download: ['download', 'panels.download.title'],
};

interface BoardActionsProps {
  readonly panels: readonly Panel[];
  readonly isWide: boolean;
  readonly onOpen: (panel: Panel) => void;
  /** Above the menu's entries. */
  readonly children?: ReactNode;
}

export function BoardActions({ panels, isWide, onOpen, children }: BoardActionsProps) {
  const t = useText();
  if (isWide) {
    return panels.map((panel) => {
      const [icon, label] = ACTIONS[panel];
      return <IconButton key={panel} icon={icon} label={t(label)} onClick={() => onOpen(panel)} />;
    });
  }
  return (
    <Menu label={t('common.more')} button={<Icon name="more" />} buttonClass="icon-button">
      {(close) => [
        children && (
          <div key="more" className="bar__more">
            {children}
          </div>
        ),
        ...panels.map((panel) => {
          const [icon, label] = ACTIONS[panel];
          return (
            <button
              key={panel}
              type="button"
              className="menu__one"
              onClick={() => {
                close();
                onOpen(panel);
              }}
            >
              <Icon name={icon} />
              {t(label)}
            </button>
          );
        }),
      ]}
    </Menu>
  );
}
