"""Draws one SVG, in a process of its own: what a drawing of anybody's does to the library must not be done to a build.

    python -I -S child.py FOLDER SECONDS BYTES SCALE [FONT FILE ...] < SVG > PDF

FOLDER is where the library lies; SECONDS and BYTES are how long it may work, and with how much memory where the system can
bound that. Imports nothing of briefgen, so that it starts in 20 ms.
"""

import sys


def main() -> None:
    folder, seconds, room, scale, *files = sys.argv[1:]
    try:
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds), int(seconds)))
        resource.setrlimit(resource.RLIMIT_AS, (int(room), int(room)))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        pass
    sys.path.append(folder)
    from svg2pdf_py import ConversionOptions, FontDatabase, svg_to_pdf

    database = FontDatabase()
    for file in files:
        database.load_font_file(file)
    text = sys.stdin.buffer.read().decode()
    made = svg_to_pdf(text, database, ConversionOptions(compress=False, raster_scale=float(scale)))
    sys.stdout.buffer.write(bytes(made))


if __name__ == "__main__":
    main()
