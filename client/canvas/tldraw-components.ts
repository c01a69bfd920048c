/** The parts of tldraw's interface that are ours or gone. Its watermark is not among them: it is never touched. */
import type { TLComponents } from 'tldraw';
import { DrawingStyles } from './chrome/DrawingStyles.tsx';
import { FarTitles } from './chrome/FarTitles.tsx';
import { Loading } from './Loading.tsx';

/** A canvas that breaks is replaced by the page around it, which shows the list; tldraw's own page would lead elsewhere. */
function HandUp({ error }: { readonly error: unknown }): never {
  throw error;
}

export const tldrawComponents: TLComponents = {
  ErrorFallback: HandUp,
  LoadingScreen: Loading,
  StylePanel: DrawingStyles,
  InFrontOfTheCanvas: FarTitles,
  // We tell in our own words and place; its region would be announced in English.
  Toasts: null,
  Toolbar: null,
  MenuPanel: null,
  MainMenu: null,
  PageMenu: null,
  ActionsMenu: null,
  HelpMenu: null,
  ZoomMenu: null,
  NavigationPanel: null,
  Minimap: null,
  QuickActions: null,
  HelperButtons: null,
  KeyboardShortcutsDialog: null,
  DebugPanel: null,
  DebugMenu: null,
  TopPanel: null,
  SharePanel: null,
  CursorChatBubble: null,
  RichTextToolbar: null,
  ImageToolbar: null,
  VideoToolbar: null,
  Background: null,
  Grid: null,
};
