/** The product's mark: many reports, one of them followed to its cause. */
export function Mark({ size = 20 }: { size?: number }) {
  return <img src="/mark.svg" width={size} height={size} alt="" />;
}
