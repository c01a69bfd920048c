/** Everything of ours around the canvas. It lies beside tldraw's own element, so that screen readers find it. */
import type { Editor } from 'tldraw';
import type { BoardSession } from '../../board/session.ts';
import type { Following } from '../presence/following.ts';
import { DepthRail } from './DepthRail.tsx';
import { FollowBar } from './FollowBar.tsx';
import { LayerParts } from './LayerParts.tsx';
import { LinkingBar } from './LinkingBar.tsx';
import { PhaseGuide } from './PhaseGuide.tsx';
import { SelectionBar } from './SelectionBar.tsx';
import { Toolbar } from './Toolbar.tsx';

interface ChromeProps {
  readonly editor: Editor;
  readonly following: Following;
  readonly session: BoardSession;
}

export function Chrome({ editor, following, session }: ChromeProps) {
  return (
    <>
      <DepthRail editor={editor} />
      <LayerParts editor={editor} />
      <SelectionBar editor={editor} />
      <Toolbar editor={editor} />
      <PhaseGuide editor={editor} />
      <LinkingBar editor={editor} />
      <FollowBar following={following} session={session} />
    </>
  );
}
