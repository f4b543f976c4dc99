"""Made-up negotiations, each told by three papers, for tests of what is printed."""

from __future__ import annotations

from typing import Final

#: Name -> day of publication and text of each paper.
NEGOTIATIONS: Final = {
    "nurses": (
        (
            "2023-03-08",
            "Nurses at the Harwell hospitals walk out over pay\n\n"
            "HARWELL, March 8 - About 4,000 nurses went on strike on Wednesday after "
            "talks between the Nurses' Federation and the Regional Health Board ended "
            "without a deal on Monday.\n\n"
            "The federation demands a 9 percent pay rise and a limit of six patients "
            "for each nurse. The board has offered 4 percent.\n\n"
            '"We have been patient for two years," said Edda Lindqvist, who leads the '
            "federation's negotiators. She said the strike would go on until the board "
            "made a better offer.\n\n"
            "The board's chairman, Tomas Reyes, called the strike irresponsible. He "
            "said the board was ready to meet the federation again on March 13.\n",
        ),
        (
            "2023-03-14",
            "Health board puts new offer to nurses\n\n"
            "The Regional Health Board made a new offer to striking nurses on Monday, "
            "when both sides met in Harwell for the first time since the strike began "
            "on March 8.\n\n"
            "Under the offer, nurses would get 6 percent this year and 2 percent in "
            "January. The board also proposed a commission that would examine staffing "
            "within six months.\n\n"
            "Edda Lindqvist said the limit of six patients had disappeared from the "
            'paper. "They took out what mattered most," she said.\n\n'
            "The federation rejected the offer on Tuesday. Tomas Reyes said the talks "
            "were at an impasse.\n",
        ),
        (
            "2023-03-24",
            "Nurses return to work after sixteen days\n\n"
            "Nurses in Harwell ended their strike on Friday after their federation and "
            "the health board signed an agreement in the early hours.\n\n"
            "The agreement gives the nurses 7 percent from April and sets a limit of "
            "seven patients for each nurse. Members of the federation will vote on it "
            "next week.\n\n"
            "The talks had resumed on Tuesday with the help of a mediator, the former "
            "judge Ines Okafor. Reyes welcomed the agreement, and Lindqvist promised "
            "that her members would work the shifts that had been cancelled.\n",
        ),
    ),
    "fish": (
        (
            "2019-09-20",
            "Talks on mackerel open in Bergen\n\n"
            "BERGEN, Sept 20 - Norway and Iceland opened talks on mackerel quotas in "
            "Bergen on Friday, a month after Iceland raised its own catch to 140,000 "
            "tonnes.\n\n"
            "Norway's chief negotiator, Marit Solberg, proposed that both countries "
            "cut their catches by 15 percent. Iceland's delegation asked for time to "
            "study the proposal.\n\n"
            "The European Commission, which takes part as an observer, warned that it "
            "would close its ports to Icelandic trawlers unless an agreement was "
            "reached by November.\n",
        ),
        (
            "2019-09-23",
            "Iceland answers with plan of its own\n\n"
            "Iceland rejected a Norwegian proposal to cut mackerel catches by 15 "
            "percent and put forward a plan of its own on Sunday, the last day of the "
            "talks in Bergen.\n\n"
            "Under the plan, Iceland would keep its quota of 140,000 tonnes and let "
            "Norwegian inspectors board its trawlers. Solberg said the plan offered "
            "nothing that was not already law.\n\n"
            "The two delegations agreed to meet again in Reykjavik on October 14. "
            "Reykjavik hopes to settle the matter before the season starts, the "
            "fisheries minister, Jon Arnason, said.\n",
        ),
        (
            "2019-10-17",
            "Norway and Iceland reach mackerel deal\n\n"
            "REYKJAVIK, Oct 17 - After three days of talks in Reykjavik, Norway and "
            "Iceland agreed on Thursday to cut their mackerel catches by 10 percent "
            "each over two years.\n\n"
            "The deal ends a dispute that began in August, when Iceland raised its "
            "quota. It will be signed in Oslo on November 4.\n\n"
            "The talks that opened in Bergen on September 20 had brought the two sides "
            "no closer, Arnason recalled. Solberg said that the inspections which "
            "Iceland had offered in Bergen were part of the deal.\n",
        ),
    ),
    "truce": (
        (
            "2027-02-03",
            "Army and rebels trade fire as envoy arrives in Makondo\n\n"
            "MAKONDO, Feb 3 - The Northern Front shelled the airport of Makondo on "
            "Tuesday, killing nine people, hours before the African Union's envoy, "
            "Amara Diallo, arrived for talks with the government.\n\n"
            "The president's spokesman, Joseph Kabeya, said there would be no talks "
            "with the rebels as long as they held the mines in Lusanga. The Northern "
            "Front wants 120 prisoners released before any ceasefire.\n\n"
            "Diallo said a ceasefire could be signed within days.\n",
        ),
        (
            "2027-02-10",
            "Government and rebels agree to ten-day truce\n\n"
            "The government of President Ilunga and the Northern Front agreed on "
            "Tuesday to a ten-day ceasefire, the African Union said. The truce takes "
            "effect at dawn on Thursday.\n\n"
            "Under the agreement, reached in Addis Ababa after two days of indirect "
            "talks, the rebels will leave the airport road and the government will "
            "release 60 prisoners.\n\n"
            'Kabeya said the government had "given more than it wanted". A second '
            "round of talks is to begin in Addis Ababa on February 18.\n",
        ),
        (
            "2027-02-17",
            "Rebels pull out of talks after air strike\n\n"
            "The Northern Front suspended its participation in the peace talks on "
            "Tuesday, accusing the army of breaking the ceasefire that came into force "
            "last Thursday.\n\n"
            "Its political chief, Grace Mbuyi, said that an air strike on the mines in "
            "Lusanga on Sunday had killed 14 of its fighters. The army denied the "
            "strike. Only 22 of the 60 prisoners had been released, she said.\n\n"
            "Diallo urged both sides to come to Addis Ababa on Thursday as agreed. "
            '"The process is deadlocked, but it is not dead," he said.\n',
        ),
    ),
    "debt": (
        (
            "2024-05-14",
            "Bondholders turn down Sarania's offer\n\n"
            "LONDON, May 14 - A group of bondholders on Tuesday rejected Sarania's "
            "proposal to cut the value of its bonds by 40 percent, the group's lawyer, "
            "Piers Halloran, said.\n\n"
            "The finance ministry had presented the proposal in London on May 2. It "
            "would extend all bonds by seven years and lower the interest to 3 "
            "percent.\n\n"
            "The International Monetary Fund said it would not release the next 300 "
            "million dollars of its loan before Sarania and its creditors reached an "
            "agreement.\n",
        ),
        (
            "2024-06-06",
            "Sarania improves its terms for creditors\n\n"
            "Sarania sent its bondholders a revised offer on Wednesday, three weeks "
            "after they turned down a first one.\n\n"
            "The new offer foresees a cut of 28 percent and a payment that rises with "
            "the price of copper. Finance Minister Leila Haddad said it was the "
            "country's last.\n\n"
            "Halloran said the payment linked to copper was new, but that the "
            "guarantee promised in London had been dropped. The two sides will hold "
            "talks in Paris on June 11 and 12.\n",
        ),
        (
            "2024-06-13",
            "Deal in Paris ends Sarania's debt talks\n\n"
            "PARIS, June 13 - Sarania and its bondholders reached an agreement in "
            "Paris on Wednesday night, after two days of talks that Haddad described "
            "as brutal.\n\n"
            "The bondholders accepted a cut of 25 percent. They had rejected a cut of "
            "40 percent in May. The agreement is to be signed on July 1.\n\n"
            "The IMF welcomed the deal and said its board would meet on June 20 to "
            "release the loan.\n",
        ),
    ),
}
