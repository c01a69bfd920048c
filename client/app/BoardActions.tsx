/** What can be done with a whole board, as buttons where there is room and as a menu where there is not. */
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import type { TextKey } from '../i18n/words.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';

export type Panel =
  | 'bring'
  | 'withdraw'
  | 'publish'
  | 'unpublish'
  | 'gallery'
  | 'table'
  | 'help'
  | 'chains'
  | 'dock'
  | 'themes'
  | 'copies'
  | 'download';
/** A picture, the name, and the part of it that stands under the picture where the name is long. */
const ACTIONS: Readonly<Record<Panel, readonly [IconName, TextKey, TextKey?]>> = {
  bring: ['bring', 'pages.board.bring', 'pages.board.words.bring'],
  withdraw: ['undo', 'list.note.withdraw'],
  publish: ['publish', 'value.publish.title'],
  unpublish: ['undo', 'value.publish.takeBack'],
  gallery: ['gallery', 'value.gallery.title'],
  table: ['table', 'value.table.title', 'pages.board.words.table'],
  help: ['door', 'panels.help', 'pages.board.words.help'],
  chains: ['link', 'method.chains.title'],
  dock: ['group', 'panels.dock.title'],
  themes: ['theme', 'panels.themes.title'],
  copies: ['archive', 'panels.copies.title', 'pages.board.words.copies'],
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
      const [icon, label, word = label] = ACTIONS[panel];
      return <IconButton key={panel} icon={icon} label={t(label)} word={t(word)} onClick={() => onOpen(panel)} />;
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
