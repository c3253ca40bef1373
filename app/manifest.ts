import type { MetadataRoute } from "next";
import { barColors } from "./bar-colors";

/** What a phone shows of the installed product. It has one name in every language; it opens where its patient goes on. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/my/today",
    name: "Phasewise",
    short_name: "Phasewise",
    start_url: "/my/today",
    scope: "/",
    display: "standalone",
    background_color: barColors.light,
    theme_color: barColors.light,
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
