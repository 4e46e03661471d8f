import { useEffect, useRef, useState } from "react";

/** Whether a place was in sight, or nearly, at least once. */
export function useInView<E extends Element>() {
  const place = useRef<E>(null);
  const [seen, setSeen] = useState(typeof IntersectionObserver === "undefined");
  useEffect(() => {
    if (seen || !place.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), { rootMargin: "160px" });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [seen]);
  return { place, seen };
}
