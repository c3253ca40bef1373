import type { MetadataRoute } from "next";

/** What a phone shows of the installed product. It has one name in every language; it opens where its patient goes on. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/my/today",
    name: "Phasewise",
    short_name: "Phasewise",
    start_url: "/my/today",
    scope: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#ffffff",
    icons: [
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
