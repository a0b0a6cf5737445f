"""Labels in Romanian. Set `checked` once a speaker has read them all."""

from briefgen.content.words import Words

WORDS = Words(
    summary="Pe scurt",
    findings="Constatări",
    finding="Constatarea {}",
    recommendations="Recomandări",
    recommendation="Recomandarea {}",
    for_="Pentru",
    by="Termen",
    priority="Prioritate",
    addresses=("Se referă la constatarea ", "Se referă la constatările "),
    answered=("A se vedea recomandarea ", "A se vedea recomandările "),
    confidence={"high": "Încredere: ridicată", "medium": "Încredere: medie", "low": "Încredere: scăzută"},
    derived="Dedusă din argumentația sursei",
    all_derived=(
        "Această recomandare este dedusă din argumentația sursei.",
        "Aceste recomandări sunt deduse din argumentația sursei.",
    ),
    notes="Note",
    references="Surse",
    about="Despre această publicație",
    authors="Autori",
    contact="Contact",
    citation="Citare recomandată",
    acknowledgements="Mulțumiri",
    disclaimer="Declinarea responsabilității",
    imprint="Caseta tehnică",
    number="Nr. {}",
    page="Pagina",
    figure="Figura {}",
    table="Tabelul {}",
    box="Caseta {}",
    section="Secțiunea {}",
)
