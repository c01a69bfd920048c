/** Which page an address opens. Knows no page's contents. Each page is a part of its own, fetched when it is opened. */
import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { isBoardId, isCohortId } from '../../shared/ids.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { BrokenPage } from './BrokenPage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';

const HomePage = lazy(() => import('./HomePage.tsx'));
const CreatePage = lazy(() => import('./CreatePage.tsx'));
const DoorPage = lazy(() => import('./DoorPage.tsx'));
const CohortPage = lazy(() => import('./CohortPage.tsx'));
const RoomPage = lazy(() => import('./RoomPage.tsx'));
const BoardPage = lazy(() => import('./BoardPage.tsx'));
const PanelPage = lazy(() => import('./PanelPage.tsx'));
const GalleryPage = lazy(() => import('./GalleryPage.tsx'));

export function App() {
  return (
    <ErrorBoundary fallback={<BrokenPage />}>
      <Suspense fallback={<Spinner />}>
        <Switch>
          <Route path="/" component={HomePage} />
          <Route path="/ensayo" component={HomePage} />
          <Route path="/nueva" component={CreatePage} />
          <Route path="/unirse">
            <DoorPage door="join" />
          </Route>
          <Route path="/facilitar">
            <DoorPage door="facilitate" />
          </Route>
          <Route path="/observar">
            <DoorPage door="observe" />
          </Route>
          <Route path="/sala">
            <DoorPage door="project" />
          </Route>
          <Route path="/sala/:id">
            {({ id }) => (isCohortId(id) ? <RoomPage key={id} id={id} /> : <NotFoundPage />)}
          </Route>
          <Route path="/cohorte/:id">
            {({ id }) => (isCohortId(id) ? <CohortPage key={id} id={id} /> : <NotFoundPage />)}
          </Route>
          <Route path="/galeria/:id">
            {({ id }) => (isCohortId(id) ? <GalleryPage key={id} id={id} /> : <NotFoundPage />)}
          </Route>
          <Route path="/panel/:id">
            {({ id }) => (isCohortId(id) ? <PanelPage key={id} id={id} /> : <NotFoundPage />)}
          </Route>
          <Route path="/tablero/:id">
            {({ id }) => (isBoardId(id) ? <BoardPage key={id} id={id} /> : <NotFoundPage />)}
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
