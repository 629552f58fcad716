import type { MetadataRoute } from "next";

/** What a phone or a desktop needs to install the app. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: "/",
    name: "Heapwise",
    short_name: "Heapwise",
    description: "Drills for Python interviews on names, objects, memory and bytecode, with proof.",
    start_url: "/review",
    scope: "/",
    display: "standalone",
    background_color: "#fbfaf7",
    theme_color: "#fbfaf7",
    lang: "en",
    categories: ["education"],
    icons: [
      { src: "/icons/192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
    ],
    shortcuts: [{ name: "Review", url: "/review" }, { name: "Library", url: "/library" }],
  };
}
