export default function CohortPage({ id }: { id: string }) {
  return <main>{id}</main>;
}
