export default function BoardPage({ id }: { id: string }) {
  return <main>{id}</main>;
}
