/** Which page an address opens. Knows no page's contents. */
export function App() {
  return <main />;
}
